package org.diaodu.server.appeals;

import java.util.Objects;

/**
 * What somebody fills in to take a step.
 *
 * @param version the one the page showed
 * @param key the form's own, the same when it is sent again
 * @param unit code of the member unit it shall go to, where one is chosen; else ""
 * @param advice what helped, for other enterprises; else ""
 */
public record StepForm(int version, String key, String words, String unit, String advice) {

    public StepForm {
        words = AppealForm.clean(words);
        advice = AppealForm.clean(advice);
    }

    /** The same only where the same form is sent again with the same content. */
    String once() {
        return key + "-" + Integer.toHexString(Objects.hash(words, unit, advice));
    }
}
