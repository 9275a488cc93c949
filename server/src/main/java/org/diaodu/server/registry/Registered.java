package org.diaodu.server.registry;

/** An enterprise with what was true of it in one month. */
public record Registered(Enterprise enterprise, Attributes attributes) {

    public long id() {
        return enterprise.id();
    }

    public String creditCode() {
        return enterprise.creditCode();
    }

    public String name() {
        return attributes.name();
    }

    public String region() {
        return attributes.region();
    }
}
