package org.diaodu.sheets;

/** Why a file cannot be read, or cannot be read on. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Refusal(String code, Place place, String value, Wording message, Wording advice) {
        super(code);
        this.fault = new Fault(code, Severity.ERROR, place, value, message, advice);
    }

    Fault fault() {
        return fault;
    }
}
