package org.diaodu.policy.curve;

/** A formula that does not go in straight lines over the figure, such as one that divides by it. */
final class NotInPieces extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInPieces(String what) {
        super(what);
    }
}
