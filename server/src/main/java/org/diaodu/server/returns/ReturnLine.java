package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise in the list of a period's returns; figures are gross output in thousand yuan.
 *
 * @param state of its return, or MISSING, or EXCUSED
 * @param version of the return that counts; 0 where nothing is filed
 */
public record ReturnLine(
        long enterpriseId,
        String creditCode,
        String name,
        String region,
        String industry,
        boolean keyList,
        String state,
        int version,
        int findings,
        int unexplained,
        @Nullable BigDecimal output,
        @Nullable BigDecimal base,
        @Nullable String filedBy,
        @Nullable Instant filedAt) {

    /** Growth on the restated base in percent; null without one. */
    public @Nullable Double growthPct() {
        return output == null || base == null || base.signum() == 0
                ? null
                : (output.doubleValue() / base.doubleValue() - 1) * 100;
    }
}
