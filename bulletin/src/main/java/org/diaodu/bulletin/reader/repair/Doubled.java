package org.diaodu.bulletin.reader.repair;

import org.diaodu.bulletin.reader.Repair.Cause;
import org.diaodu.bulletin.reader.text.Traced;

/** A comma put before another mark: ",," ",。" "、、". The stronger mark stays. */
final class Doubled {
    private static final String WEAK = ",，、";
    private static final String MARKS = ",，、。；;：:！？）)》”";

    private Doubled() {}

    static Traced removed(Traced text, Repairs repairs) {
        Traced.Builder kept = null;
        int from = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (WEAK.indexOf(text.charAt(i)) >= 0 && MARKS.indexOf(text.charAt(i + 1)) >= 0) {
                kept = kept == null ? new Traced.Builder() : kept;
                kept.append(text, from, i);
                repairs.note(text.from(i), text.to(i), "", Cause.DOUBLED);
                from = i + 1;
            }
        }
        return kept == null ? text : kept.append(text, from, text.length()).build();
    }
}
