"""Wires everything into processes; nobody imports it."""
