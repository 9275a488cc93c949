package org.diaodu.server.dispatch;

import org.diaodu.server.steps.StepRefused;

/** Where a measure stands. Verbs guard themselves as those of {@link CaseState}. */
public enum MeasureState {
    /** Part of a plan not agreed yet. */
    PLANNED,
    /** Agreed, being carried out. */
    AGREED,
    /** Done, with evidence. */
    DONE,
    /** Given up, with a reason. */
    DROPPED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == PLANNED || this == AGREED;
    }

    /** The plan it belongs to is agreed. */
    MeasureState agree() {
        return this == PLANNED ? AGREED : this;
    }

    /** Written anew: an agreed measure is to be agreed again. */
    MeasureState edit() {
        if (!isOpen()) throw refused("修改", "edit it", "报告或另加措施", "add another measure");
        return PLANNED;
    }

    /** Refuses progress of what is not agreed or is over, and less than before without a reason. */
    MeasureState progress(int before, int now, String words) {
        requireAgreed();
        if (now < before && words.isBlank()) {
            throw new StepRefused(
                    "DC11",
                    "进度由 " + before + "% 降为 " + now + "% 须写明理由。",
                    "Progress falls from " + before + " % to " + now + " %: give a reason.");
        }
        return this;
    }

    /** Done, with evidence in words. */
    MeasureState finish(String evidence) {
        requireAgreed();
        if (evidence.isBlank()) {
            throw new StepRefused("DC12", "完成须写明佐证材料或结果。", "Say what shows that the measure is done.");
        }
        return DONE;
    }

    /** Given up, with a reason. */
    MeasureState drop(String reason) {
        if (!isOpen()) throw refused("取消", "drop it", "查看", "look at it");
        if (reason.isBlank()) {
            throw new StepRefused("DC13", "取消措施须写明理由。", "Give the reason for dropping the measure.");
        }
        return DROPPED;
    }

    private void requireAgreed() {
        if (this == PLANNED)
            throw refused("报告进展", "report on it", "提交方案并等待同意", "propose the plan and wait for agreement");
        if (!isOpen()) throw refused("报告进展", "report on it", "查看", "look at it");
    }

    private StepRefused refused(String zh, String en, String canZh, String canEn) {
        return new StepRefused(
                "DC10",
                "该措施处于“" + CaseWords.stateZh(name()) + "”，不能" + zh + "；现在可以：" + canZh + "。",
                "The measure is " + CaseWords.stateEn(name()) + "; one cannot " + en + ". Possible: " + canEn + ".");
    }
}
