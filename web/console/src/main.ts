import { createApp } from "vue";
import "./styles/index.css";
import "./features";
import App from "./App.vue";
import { locate } from "./kit/route";
import { dress } from "./kit/settings";

dress(document.documentElement);
locate();
createApp(App).mount("#console");
