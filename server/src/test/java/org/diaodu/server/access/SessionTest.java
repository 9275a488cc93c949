package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
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
        assertThat(answerAfter(Duration.ofMinutes(29)).statusCode()).isEqualTo(200);
        assertThat(answerAfter(Duration.ofMinutes(31)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
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

    /**
     * What the next click brings in a session whose last click was so long ago. It is a session of its own that has seen
     * no request: the container notes the end of one only after its answer is out, and would undo the date set here.
     */
    private HttpResponse<String> answerAfter(Duration idle) throws IOException {
        Manager sessions = sessions();
        var signedIn =
                (StandardSession) sessions.findSession(visit("analyst-230100").cookie("DIAODU"));
        var session = (StandardSession) sessions.createSession(null);
        session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, signedIn.getAttribute(SPRING_SECURITY_CONTEXT_KEY));
        session.setCreationTime(System.currentTimeMillis() - idle.toMillis());
        return Visit.anonymous(url("")).get("/account", "Cookie", "DIAODU=" + session.getId());
    }

    private Manager sessions() {
        var tomcat = (TomcatWebServer) Objects.requireNonNull(server.getWebServer());
        return ((Context) tomcat.getTomcat().getHost().findChildren()[0]).getManager();
    }
}
