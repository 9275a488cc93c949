package org.diaodu.growth.effect;

import org.diaodu.standards.Period;

/**
 * A dispatch case, as far as its effect is concerned.
 *
 * @param opened the period in which it was opened; January or February is January–February
 */
public record DispatchCase(String id, String creditCode, Period opened) {

    public DispatchCase {
        opened = opened.reporting();
    }
}
