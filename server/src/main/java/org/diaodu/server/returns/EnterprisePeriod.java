package org.diaodu.server.returns;

import org.diaodu.growth.Status;

/**
 * One enterprise in one reporting period with all its figures, as closing writes it to the lake.
 *
 * @param state state of its return; ACCEPTED for a closed period, empty for an exit
 * @param filedLastYear gross output of the same month and year to date as filed last year; null where nothing was filed
 */
record EnterprisePeriod(
        long enterpriseId,
        String creditCode,
        String name,
        String region,
        String industry,
        String size,
        String ownership,
        String park,
        String chain,
        boolean keyList,
        Status status,
        Figures figures,
        Figure filedLastYear) {}
