package org.diaodu.server.cockpit;

/** A view of growth somebody wants to come back to: a name for an address. */
public record SavedView(long id, String name, String address) {}
