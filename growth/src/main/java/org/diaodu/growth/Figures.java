package org.diaodu.growth;

/** What the figures of one enterprise must be for its status. */
final class Figures {
    private Figures() {}

    /** The base as filed, where it is not given (NaN): as restated; 0 for who was not in the list. */
    static double filed(Status status, double base, double given) {
        return switch (status) {
            case CONTINUING -> Double.isNaN(given) ? base : given;
            case NEW_PLANT, ENTRY -> 0;
            case EXIT -> given;
        };
    }

    static void check(String who, Status status, double output, double base, double filed) {
        finite("output", output, who);
        finite("output_base", base, who);
        finite("output_base_filed", filed, who);
        if (status == Status.NEW_PLANT && base != 0) {
            throw new IllegalArgumentException("a new plant has no base, but " + who + " brings " + base
                    + ". Maybe it is an entry: newly listed, but producing last year");
        }
        if (status == Status.EXIT && (output != 0 || base != 0)) {
            throw new IllegalArgumentException("an exit is on neither side, but " + who + " has output " + output
                    + " and base " + base + ". Maybe it is still in the list: continuing");
        }
    }

    private static void finite(String item, double figure, String who) {
        if (Double.isFinite(figure)) return;
        throw new IllegalArgumentException(item + " of " + who + " is no number: " + figure
                + (item.equals("output_base_filed") ? ". Maybe an exit without last year's filed figure" : ""));
    }
}
