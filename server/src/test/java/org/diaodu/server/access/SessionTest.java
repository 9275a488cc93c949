package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.session.StandardSession;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpSession;

/** Sessions end after half an hour without a click and after twelve hours with however many. */
class SessionTest extends PlatformTest {

    @Autowired
    private ServletWebServerApplicationContext server;

    @Test
    void halfAnHourWithoutAClickEndsASession() throws IOException {
        Visit visit = visit("analyst-230100");
        lastClicked(visit, Duration.ofMinutes(29));
        assertThat(visit.get("/account").statusCode()).isEqualTo(200);
        lastClicked(visit, Duration.ofMinutes(31));
        assertThat(visit.get("/account").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
    }

    @Test
    void twelveHoursEndASessionHoweverBusy() throws Exception {
        MockHttpSession young = begun(Duration.ofHours(12).minusMinutes(1));
        mvc.perform(get("/account").session(young).with(as("analyst-230100"))).andExpect(status().isOk());
        assertThat(young.isInvalid()).isFalse();
        MockHttpSession old = begun(Duration.ofHours(12).plusMinutes(1));
        mvc.perform(get("/account").session(old).with(as("analyst-230100")))
                .andExpect(redirectedUrlPattern("/sign-in*"));
        assertThat(old.isInvalid()).isTrue();
    }

    private static MockHttpSession begun(Duration ago) {
        var session = new MockHttpSession();
        session.setAttribute(SessionWatch.BEGAN, System.currentTimeMillis() - ago.toMillis());
        return session;
    }

    /** Sets the container's record of a visitor's last click back. */
    private void lastClicked(Visit visit, Duration ago) throws IOException {
        var tomcat = (TomcatWebServer) server.getWebServer();
        var context = (Context) tomcat.getTomcat().getHost().findChildren()[0];
        var session = (StandardSession) context.getManager().findSession(visit.cookie("DIAODU"));
        session.setCreationTime(System.currentTimeMillis() - ago.toMillis());
    }
}
