package org.diaodu.server.policies;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be done to an entitlement. */
public enum EntitlementVerb {
    CONSENT("确认", "agree to it"),
    DECLINE("放弃", "decline it"),
    OBJECT("提出异议", "object to it"),
    SETTLE("了结异议", "settle the objection"),
    PUBLISH("公示", "publish it"),
    PROPOSE("报批", "propose it for approval"),
    APPROVE("批准", "approve it"),
    SEND_BACK("退回公示", "send it back"),
    PAY("兑现", "pay it"),
    GIVE_UP("不再支付", "give the payment up"),
    RECLAIM("追回", "ask it back"),
    REFUND("登记退款", "record a refund"),
    LAPSE("终止", "end it"),
    FIND_AGAIN("重新发现", "find it again");

    private final String zh;
    private final String en;

    EntitlementVerb(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static String zh(Collection<EntitlementVerb> verbs) {
        return verbs.isEmpty() ? "查看" : verbs.stream().map(EntitlementVerb::zh).collect(Collectors.joining("、"));
    }

    static String en(Collection<EntitlementVerb> verbs) {
        return verbs.isEmpty()
                ? "look at it"
                : verbs.stream().map(EntitlementVerb::en).collect(Collectors.joining(", "));
    }
}
