package org.diaodu.server.notices;

import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code diaodu.notices}; the mail server itself is {@code spring.mail}.
 *
 * @param address the platform's own address in front of a notice's page; empty leaves the page's path
 * @param from who the mails come from
 * @param digestAt the time of day, in China, from which the day's mail is written on working days
 * @param webhookHosts the hosts whose robots may be written to
 */
@ConfigurationProperties("diaodu.notices")
record NoticeProperties(
        @DefaultValue("") String address,
        @DefaultValue("diaodu@localhost") String from,
        @DefaultValue("08:30") LocalTime digestAt,

        @DefaultValue({"oapi.dingtalk.com", "qyapi.weixin.qq.com"})
        List<String> webhookHosts) {}
