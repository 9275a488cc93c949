package org.diaodu.server.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of a view: a path and its parameters in order; empty parameters are left out. Immutable. */
public record Address(String path, Map<String, String> parameters) {
    public Address {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The view somebody asked for: the path with the parameters of the request, in the order of their names. */
    public static Address asked(String path, Map<String, String> parameters) {
        return new Address(path, new TreeMap<>(parameters));
    }

    /** The same view with one parameter changed; an empty value removes it. */
    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    public Address without(String... names) {
        Address address = this;
        for (String name : names) {
            address = address.with(name, "");
        }
        return address;
    }

    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    public boolean isDescending() {
        return get("order").equals("desc");
    }

    @Override
    public String toString() {
        if (parameters.isEmpty()) {
            return path;
        }
        return path
                + parameters.entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
