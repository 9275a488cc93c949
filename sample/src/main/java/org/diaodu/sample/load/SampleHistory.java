package org.diaodu.sample.load;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.sample.Books;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slip;
import org.diaodu.sample.Slots;
import org.diaodu.server.returns.BulkReturns;
import org.diaodu.server.returns.Closings;
import org.diaodu.server.returns.ReturnRow;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** The closed past: every return, a slip here and there with the version that put it right, and each month's closing. */
@Component
class SampleHistory {
    private final BulkReturns returns;
    private final Closings closings;
    private final FilingDates dates;

    SampleHistory(BulkReturns returns, Closings closings, FilingDates dates) {
        this.returns = returns;
        this.closings = closings;
        this.dates = dates;
    }

    /** What is filed for one reporting period: first everything, then what puts the slips right. */
    record Prepared(Period period, List<ReturnRow> first, List<ReturnRow> corrected) {}

    static Prepared prepare(Province province, List<Books> books, int slot) {
        var first = new ArrayList<ReturnRow>(books.size());
        var corrected = new ArrayList<ReturnRow>();
        for (Books own : books) {
            if (!own.plant().isListed(slot)) {
                continue;
            }
            ReturnRow right = SampleReturns.row(own, slot);
            Slip slip = province.slip(own.plant(), slot);
            if (slip == null) {
                first.add(right);
            } else {
                first.add(SampleReturns.row(own, slot, slip.spoil(SampleReturns.entries(own, slot))));
                corrected.add(right);
            }
        }
        return new Prepared(Slots.month(slot), first, corrected);
    }

    /** Files and closes one reporting period. */
    void load(Prepared prepared) {
        returns.takeOver(prepared.period(), prepared.first());
        returns.takeOver(prepared.period(), prepared.corrected());
        dates.set(prepared.period());
        closings.closeProvince(prepared.period(), SampleUser.PROVINCE);
    }
}
