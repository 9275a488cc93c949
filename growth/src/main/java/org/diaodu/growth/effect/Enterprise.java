package org.diaodu.growth.effect;

/**
 * What makes enterprises alike besides their output.
 *
 * @param industry GB/T 4754 digits, with or without the section letter in front; neighbours share its division (two
 *     digits) and, where possible, its group (three)
 * @param size a size class, such as LARGE; "" where unknown
 * @param region GB/T 2260; neighbours share its prefecture (four digits) where possible
 */
public record Enterprise(String creditCode, String industry, String size, String region) {

    public Enterprise {
        if (industry.length() > 1 && Character.isLetter(industry.charAt(0))) industry = industry.substring(1);
    }

    String division() {
        return start(industry, 2);
    }

    String group() {
        return start(industry, 3);
    }

    String prefecture() {
        return start(region, 4);
    }

    private static String start(String code, int length) {
        return code.substring(0, Math.min(length, code.length()));
    }
}
