/** The features of the console, each adding itself to the desk. */
import "@/settings/install";
