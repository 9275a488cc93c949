package org.diaodu.growth.files;

import org.diaodu.growth.Status;

/** What each status demands of a row's figures; NaN is an empty cell. */
record StatusRules(ReturnRow row, double output, double base, double filed) {

    /** Whether the figures fit the status; what does not is noted. */
    boolean hold(Status status) {
        return switch (status) {
            case CONTINUING -> given(ReturnColumn.OUTPUT) & given(ReturnColumn.OUTPUT_BASE) && hasBase();
            case NEW_PLANT -> given(ReturnColumn.OUTPUT) & hasNoBase() & wasNotFiled();
            case ENTRY -> given(ReturnColumn.OUTPUT) & given(ReturnColumn.OUTPUT_BASE) & wasNotFiled();
            case EXIT -> isOnNeitherSide() & hasFiledBase();
        };
    }

    private boolean given(ReturnColumn column) {
        if (!row.isBlank(column)) return true;
        row.error(
                "growth.figure-missing",
                column,
                column.heading() + " 为空",
                column.heading() + " is empty",
                "填写数值；数值为零请填 0；已退库企业 status 填 exit",
                "write the figure, 0 if it is zero; for an enterprise that left the list the status is exit");
        return false;
    }

    private boolean hasBase() {
        if (base != 0 || !(output > 0)) return true;
        row.error(
                "growth.base-zero",
                ReturnColumn.OUTPUT_BASE,
                "在库企业的上年同期为 0，本期却有产值",
                "a continuing enterprise has output but the base 0",
                "新建投产的 status 填 new_plant；新入库的填 entry 并补填上年同期数",
                "the status is new_plant; for a newly listed one it is entry, with its own base");
        return false;
    }

    private boolean hasNoBase() {
        if (!(base > 0)) return true;
        row.error(
                "growth.new-plant-base",
                ReturnColumn.OUTPUT_BASE,
                "新建投产企业的上年同期应为 0",
                "a new plant has no base",
                "上年已投产、今年入库的，status 填 entry",
                "it was producing last year and is newly listed: then the status is entry");
        return false;
    }

    private boolean wasNotFiled() {
        if (filed > 0) {
            row.warn(
                    "growth.filed-ignored",
                    ReturnColumn.OUTPUT_BASE_FILED,
                    "新增企业上年不在库，已报数不计",
                    "the enterprise was not in the list last year: what was filed does not count",
                    "上年在库的，status 填 continuing",
                    "it was in the list: then the status is continuing");
        }
        return true;
    }

    private boolean isOnNeitherSide() {
        if (!(output > 0) && !(base > 0)) return true;
        row.error(
                "growth.exit-figures",
                output > 0 ? ReturnColumn.OUTPUT : ReturnColumn.OUTPUT_BASE,
                "退库企业不应再有本期产值或调整后的上年同期",
                "an exit has neither output nor a restated base",
                "只填 output_base_filed；仍在库的 status 填 continuing",
                "only output_base_filed is meant, or it is still in the list: continuing");
        return false;
    }

    private boolean hasFiledBase() {
        if (!Double.isNaN(filed)) return true;
        row.error(
                "growth.exit-filed-missing",
                ReturnColumn.OUTPUT_BASE_FILED,
                "退库企业缺少上年已报数",
                "an exit lacks what it filed last year",
                "填写 output_base_filed，否则无法计算口径影响",
                "write output_base_filed, without which the scope effect cannot be told");
        return false;
    }
}
