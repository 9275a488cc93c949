package org.diaodu.server.appeals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.diaodu.server.appeals.clock.Urgency;

/**
 * What somebody fills in to raise an appeal.
 *
 * @param subject a name of {@link Subject}, {@code urgency} of {@link Urgency}
 * @param key the form's own, the same when it is sent again
 */
public record AppealForm(
        String subject, String urgency, String words, String contactName, String contactPhone, String key) {

    static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_KEY = 60;
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{7,40}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** Texts without what no database and no reader can hold. */
    public AppealForm {
        words = clean(words);
        contactName = clean(contactName);
        contactPhone = clean(contactPhone);
    }

    /** The same only where the same form is sent again with the same content. */
    String once() {
        return key + "-" + Integer.toHexString(Objects.hash(subject, urgency, words));
    }

    static String clean(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /** What is wrong, by field, as message keys. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!isOne(Subject.values(), subject)) faults.put("subject", "appeals.fault.subject");
        if (!isOne(Urgency.values(), urgency)) faults.put("urgency", "appeals.fault.urgency");
        if (words.isEmpty()) faults.put("words", "appeals.fault.words");
        if (words.length() > LONGEST) faults.put("words", "appeals.fault.long");
        if (contactName.isEmpty() || contactName.length() > LONGEST_NAME) {
            faults.put("contactName", "appeals.fault.contactName");
        }
        if (!PHONE.matcher(contactPhone).matches()) faults.put("contactPhone", "appeals.fault.contactPhone");
        if (key.isBlank() || key.length() > LONGEST_KEY) faults.put("key", "appeals.fault.key");
        return faults;
    }

    private static boolean isOne(Enum<?>[] values, String name) {
        for (Enum<?> value : values) if (value.name().equals(name)) return true;
        return false;
    }
}
