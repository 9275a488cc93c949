package org.diaodu.rules.differential;

/**
 * An input of a model; a number has at most so many digits, and so many of them after the point.
 *
 * @param allowed unary tests for the values its type allows; empty where it allows all
 */
public record Field(String name, Sort sort, int digits, int scale, String allowed) {

    public Field(String name, Sort sort, int digits, int scale) {
        this(name, sort, digits, scale, "");
    }

    /** What its type is called. */
    String typeRef() {
        return allowed.isEmpty() ? sort.typeRef() : "限" + name;
    }
}
