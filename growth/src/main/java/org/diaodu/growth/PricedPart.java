package org.diaodu.growth;

/** A part's value and price in the base period (0) and in this one (1); quantity is value ÷ price. */
public record PricedPart(String code, String name, double value0, double price0, double value1, double price1) {
    double quantity0() {
        return value0 == 0 ? 0 : value0 / price0;
    }

    double quantity1() {
        return value1 == 0 ? 0 : value1 / price1;
    }
}
