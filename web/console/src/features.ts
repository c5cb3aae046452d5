/** The features of the console, each adding itself to the desk. */
import "@/figures/install";
import "@/notices/install";
import "@/queue/install";
import "@/settings/install";
import "@/shifts/install";
import "@/sla/install";
