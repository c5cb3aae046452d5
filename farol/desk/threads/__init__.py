"""Side threads: experts and other departments are asked beside a ticket, without handing it over; a lead whispers to an agent."""
