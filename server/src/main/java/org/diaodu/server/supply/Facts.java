package org.diaodu.server.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.server.access.Contact;

/**
 * What an enterprise reports.
 *
 * @param amount how much is missing or stuck, in {@code unit}
 * @param province code of the province it comes from, or where the way is blocked
 * @param stockDays for how many days the enterprise can go on
 * @param outputAtRisk in 10 000 yuan
 */
public record Facts(
        Trouble trouble,
        String item,
        BigDecimal amount,
        String unit,
        String supplier,
        String province,
        String place,
        LocalDate since,
        int stockDays,
        BigDecimal outputAtRisk,
        String words,
        Contact contact) {

    /** 40 吨: as people write it. */
    public String quantity() {
        return amount.stripTrailingZeros().toPlainString() + " " + unit;
    }

    Facts masked() {
        return new Facts(
                trouble,
                item,
                amount,
                unit,
                supplier,
                province,
                place,
                since,
                stockDays,
                outputAtRisk,
                words,
                contact.mask());
    }

    /** For the audit log; whom to call is not in it. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("trouble", trouble.name());
        told.put("item", item);
        told.put("quantity", quantity());
        told.put("supplier", supplier);
        told.put("province", province);
        told.put("place", place);
        told.put("since", since.toString());
        told.put("stockDays", stockDays);
        told.put("outputAtRisk10kYuan", outputAtRisk);
        return told;
    }
}
