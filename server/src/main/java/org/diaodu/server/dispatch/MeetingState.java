package org.diaodu.server.dispatch;

import org.diaodu.server.steps.StepRefused;

/** Where a meeting stands. Verbs guard themselves as those of {@link CaseState}. */
public enum MeetingState {
    /** The agenda is being made. */
    PREPARING,
    /** It took place; minutes and decisions are being written. */
    HELD,
    /** Closed by the chair: decisions have become measures. */
    CLOSED,
    /** It did not take place. */
    CANCELLED;

    MeetingState hold(long items) {
        if (this != PREPARING) throw refused("开会", "hold it");
        if (items == 0) {
            throw new StepRefused(
                    "DM02", "议程还是空的，不能开会；请先加入议题。", "The agenda is empty. Add an item before holding the meeting.");
        }
        return HELD;
    }

    MeetingState close() {
        if (this != HELD) throw refused("结束", "close it");
        return CLOSED;
    }

    MeetingState cancel(String reason) {
        if (this != PREPARING) throw refused("取消", "cancel it");
        if (reason.isBlank()) throw new StepRefused("DM03", "取消会议须写明理由。", "Give the reason for cancelling.");
        return CANCELLED;
    }

    /** Whether agenda, people and place may be changed. */
    public boolean isOpen() {
        return this == PREPARING || this == HELD;
    }

    void requireOpen() {
        if (!isOpen()) throw refused("修改", "change it");
    }

    /** Minutes and decisions are of a meeting that took place. */
    void requireHeld() {
        if (this != HELD) throw refused("记录", "write its minutes");
    }

    private StepRefused refused(String zh, String en) {
        return new StepRefused(
                "DM01",
                "会议" + wordZh() + "，不能“" + zh + "”；现在可以：" + possibleZh() + "。",
                "The meeting is " + wordEn() + "; one cannot " + en + " now. Possible: " + possibleEn() + ".");
    }

    private String wordZh() {
        return switch (this) {
            case PREPARING -> "正在准备";
            case HELD -> "已召开";
            case CLOSED -> "已结束";
            case CANCELLED -> "已取消";
        };
    }

    private String wordEn() {
        return switch (this) {
            case PREPARING -> "being prepared";
            case HELD -> "held";
            case CLOSED -> "closed";
            case CANCELLED -> "cancelled";
        };
    }

    private String possibleZh() {
        return switch (this) {
            case PREPARING -> "修改议程、开会、取消";
            case HELD -> "记录、结束";
            case CLOSED, CANCELLED -> "查看、打印";
        };
    }

    private String possibleEn() {
        return switch (this) {
            case PREPARING -> "change the agenda, hold it, cancel it";
            case HELD -> "write the minutes, close it";
            case CLOSED, CANCELLED -> "read and print it";
        };
    }
}
