package org.diaodu.server.dispatch;

/** States in words, for messages that are read outside a page. */
final class CaseWords {

    private CaseWords() {}

    static String stateZh(String state) {
        return switch (state) {
            case "OPENED" -> "待报方案";
            case "PROPOSED" -> "方案待同意";
            case "SENT_BACK" -> "方案退回";
            case "AGREED" -> "方案已同意";
            case "UNDER_WAY" -> "实施中";
            case "CHANGING" -> "方案调整中";
            case "REPORTED" -> "已报完成待核查";
            case "CHECKED" -> "已核查待销号";
            case "SIGNED_OFF" -> "已销号";
            case "REOPENED" -> "重新打开";
            case "PLANNED" -> "待同意";
            case "DONE" -> "已完成";
            case "DROPPED" -> "已取消";
            default -> state;
        };
    }

    static String stateEn(String state) {
        return switch (state) {
            case "OPENED" -> "opened and waits for a plan";
            case "PROPOSED" -> "proposed and waits for agreement";
            case "SENT_BACK" -> "sent back";
            case "AGREED" -> "agreed";
            case "UNDER_WAY" -> "under way";
            case "CHANGING" -> "being changed";
            case "REPORTED" -> "reported done and waits for a check";
            case "CHECKED" -> "checked";
            case "SIGNED_OFF" -> "signed off";
            case "REOPENED" -> "reopened and waits for a plan";
            case "PLANNED" -> "not agreed yet";
            case "DONE" -> "done";
            case "DROPPED" -> "dropped";
            default -> state;
        };
    }
}
