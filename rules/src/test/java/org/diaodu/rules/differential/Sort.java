package org.diaodu.rules.differential;

/** The types of FEEL that models are drawn over, each under the name that a model declares. */
public enum Sort {
    NUMBER("number"),
    TEXT("string"),
    TRUTH("boolean"),
    DATE("date"),
    MONTHS("years and months duration"),
    DAYS("days and time duration"),
    /** What a collecting table of numbers gives. */
    NUMBERS("");

    private final String typeRef;

    Sort(String typeRef) {
        this.typeRef = typeRef;
    }

    String typeRef() {
        return typeRef;
    }
}
