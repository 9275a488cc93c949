package org.diaodu.server.registry;

import java.time.YearMonth;

/**
 * Which enterprises of the register are asked for; an empty text does not limit.
 *
 * @param month the month whose attributes count
 * @param text part of the name, or the beginning of the credit code
 * @param region prefix of the region code, likewise industry
 * @param keyList "true" or "false"
 */
public record RegisterFilter(
        YearMonth month,
        String text,
        String region,
        String industry,
        String size,
        String ownership,
        String park,
        String chain,
        String keyList) {

    public static RegisterFilter all(YearMonth month) {
        return new RegisterFilter(month, "", "", "", "", "", "", "", "");
    }
}
