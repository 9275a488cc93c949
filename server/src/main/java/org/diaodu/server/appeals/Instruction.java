package org.diaodu.server.appeals;

/** What somebody in charge does about an appeal beside its own steps. */
public enum Instruction {
    REMIND(AppealEntry.REMINDED, "催办", "remind"),
    SUPERVISE(AppealEntry.SUPERVISED, "督办", "supervise"),
    GIVE(AppealEntry.GIVEN, "转办", "give to another unit");

    private final String kind;
    private final String zh;
    private final String en;

    Instruction(String kind, String zh, String en) {
        this.kind = kind;
        this.zh = zh;
        this.en = en;
    }

    /** The kind of the row it writes into the timeline. */
    String kind() {
        return kind;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether the unit is told why. */
    public boolean needsWords() {
        return this == GIVE;
    }
}
