package org.diaodu.server.returns;

import org.diaodu.growth.Status;

/**
 * One enterprise in one period as growth computes on it. Figures are in thousand yuan.
 *
 * @param output gross output of the period; 0 for an exit
 * @param base the same period last year as restated in this return; 0 for a new plant or an exit
 * @param baseFiled the same period last year as filed then; NaN where nothing was filed
 * @param size code of the size class, likewise ownership; park and chain are empty for none
 */
public record Observation(
        long enterpriseId,
        String creditCode,
        String name,
        String region,
        String industry,
        Status status,
        double output,
        double base,
        double baseFiled,
        String size,
        String ownership,
        String park,
        String chain,
        boolean keyList) {}
