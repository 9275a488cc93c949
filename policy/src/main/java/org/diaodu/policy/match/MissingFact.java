package org.diaodu.policy.match;

/**
 * A fact that has to be known before anything can be said.
 *
 * @param holder who has it
 * @param source where it stands with them
 * @param chinese why it is missing, where there is more to say; else empty
 * @param english the same
 */
public record MissingFact(String name, String holder, String source, String chinese, String english) {

    public String zh() {
        return name + (chinese.isEmpty() ? "（" + holder + "，" + source + "）" : "（" + chinese + "）");
    }

    public String en() {
        return name + (english.isEmpty() ? " (" + holder + ", " + source + ")" : " (" + english + ")");
    }
}
