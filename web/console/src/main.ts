import { createApp } from "vue";
import "./styles/index.css";
import App from "./App.vue";
import { dress } from "./kit/settings";

dress(document.documentElement);
createApp(App).mount("#console");
