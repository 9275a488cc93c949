package org.diaodu.server.rulebook;

/**
 * The text a rule comes from, without its dates.
 *
 * @param reference the source with its number
 * @param url empty for none
 * @param decision the decision of the model that is the rule's answer
 * @param chinese the clause in own words
 */
public record ClauseText(
        String title,
        String titleEn,
        String reference,
        String url,
        String decision,
        String chinese,
        String english) {

    public ClauseText {
        title = oneLine(title);
        titleEn = oneLine(titleEn);
        reference = oneLine(reference);
        url = oneLine(url);
        chinese = chinese.replace("\r\n", "\n").strip();
        english = english.replace("\r\n", "\n").strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
