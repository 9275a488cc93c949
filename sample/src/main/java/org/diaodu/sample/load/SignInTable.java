package org.diaodu.sample.load;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the address and the sign-ins, at every start of the sample. */
@Component
class SignInTable {
    private final Environment environment;

    SignInTable(Environment environment) {
        this.environment = environment;
    }

    void print() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        System.out.print(text("http://localhost:" + port));
    }

    /** A column of names, aligned although Chinese characters are two cells wide. */
    static String text(String address) {
        var text = new StringBuilder("\n调度 Diaodu  " + address + "\n样例省 sample province, business date "
                + SampleLoading.BUSINESS_DATE + "\n\n");
        text.append(padded("用户 user", 18)).append(padded("密码 password", 22)).append("角色 role\n");
        for (SampleUser user : SampleUser.ALL) {
            text.append(padded(user.name(), 18))
                    .append(padded(SampleUser.PASSWORD, 22))
                    .append(padded(user.role().zh(), 14))
                    .append(padded(user.role().en(), 24))
                    .append(user.displayName().replace("（示例）", ""))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static String padded(String text, int cells) {
        int width = text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, cells - width));
    }
}
