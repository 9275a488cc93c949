package org.diaodu.server.notices;

import java.util.List;

/** Notices as one message: a subject, and plain text that no reader can take for markup. */
record Letter(String subject, String text) {

    private static final int LISTED = 50;

    static Letter of(List<Notice> notices, String platform) {
        StringBuilder text = new StringBuilder();
        for (Notice notice : notices.subList(0, Math.min(LISTED, notices.size()))) {
            text.append("• ").append(line(notice.title())).append('\n');
            if (!notice.body().isBlank()) {
                text.append("  ").append(line(notice.body())).append('\n');
            }
            text.append("  ").append(platform).append(notice.href()).append('\n');
        }
        if (notices.size() > LISTED) {
            text.append("……另有 ")
                    .append(notices.size() - LISTED)
                    .append(" 条，见 ")
                    .append(platform)
                    .append("/notices\n");
        }
        String subject = notices.size() == 1 ? line(notices.getFirst().title()) : "调度平台：" + notices.size() + " 条未读通知";
        return new Letter(subject, text.toString());
    }

    /** One line, so that no text can add a header of its own or a line of another's. */
    private static String line(String text) {
        return text.strip().replaceAll("\\R+", " ");
    }
}
