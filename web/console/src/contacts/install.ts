/** Who answered a customer, when, and with what promise. */
import { fill } from "@/kit/slots";
import ContactSection from "./ContactSection.vue";

fill("side", { id: "contacts", order: 50, right: "customer.see", view: ContactSection });
