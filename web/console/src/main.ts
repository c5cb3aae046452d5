import { createApp } from "vue";
import "./styles/index.css";
import "./features";
import App from "./App.vue";
import { followVersions } from "./kit/renewal";
import { locate } from "./kit/route";
import { dress } from "./kit/settings";

dress(document.documentElement);
followVersions();
locate();
createApp(App).mount("#console");
