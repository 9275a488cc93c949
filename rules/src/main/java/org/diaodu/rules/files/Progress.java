package org.diaodu.rules.files;

/** Rows done so far, on standard error, where a person watches and it takes long. */
public final class Progress {

    private static final long EVERY_MILLIS = 500;

    private final Language language;
    private final boolean watched = System.console() != null && System.console().isTerminal();
    private long last = System.currentTimeMillis() + EVERY_MILLIS;
    private long rows;
    private boolean shown;

    public Progress(Language language) {
        this.language = language;
    }

    public void step() {
        rows++;
        if (watched && (rows & 255) == 0 && System.currentTimeMillis() - last > EVERY_MILLIS) {
            last = System.currentTimeMillis();
            shown = true;
            System.err.print("\r" + language.say("已处理 " + rows + " 行", rows + " rows"));
            System.err.flush();
        }
    }

    public void end() {
        if (shown) {
            System.err.print("\r\u001B[K");
            System.err.flush();
        }
    }
}
