package vn.minhchung.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;

@SpringJUnitWebConfig
class DoorTest {
    private static final String BODY = "{\"query\":\"{ viewedAt { position } }\"}";

    private static final String ASKED_WHILE_AWAY = "asked-while-the-database-is-away";

    @Autowired
    WebApplicationContext context;

    @Autowired
    KeptRefusals refusals;

    MockMvc door = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void at_the_door() {
        door = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        refusals.kept.clear();
    }

    @Test
    void without_credentials_one_is_nobody_but_may_ask() throws Exception {
        door.perform(post("/graphql").content(BODY))
                .andExpect(status().isOk())
                .andExpect(content().string("nobody"));
    }

    @Test
    void the_right_password_lets_in_and_says_how_the_actor_was_known() throws Exception {
        door.perform(post("/graphql").content(BODY).with(httpBasic("officer", "right")))
                .andExpect(status().isOk())
                .andExpect(content().string("account:officer {address=127.0.0.1, method=PASSWORD}"));
    }

    @Test
    void a_wrong_password_never_becomes_an_anonymous_answer_and_is_kept() throws Exception {
        door.perform(post("/graphql").content(BODY).with(httpBasic("officer", "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(header().exists("WWW-Authenticate"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(jsonPath("$.errors[0].extensions.code").value("NOT_SIGNED_IN"));

        assertThat(refusals.kept).singleElement().satisfies(attempt -> {
            assertThat(attempt.kind()).isEqualTo(RefusalLog.Kind.LOGIN);
            assertThat(attempt.account()).isEqualTo("account:officer");
        });
    }

    @Test
    void a_database_that_is_away_turns_nobody_into_a_stranger() throws Exception {
        door.perform(post("/graphql").content(BODY).with(httpBasic("officer", ASKED_WHILE_AWAY)))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.errors[0].extensions.code").value("STORE_UNAVAILABLE"));

        assertThat(refusals.kept).isEmpty();
    }

    @Test
    void a_database_that_goes_away_further_inside_is_told_the_same_way() throws Exception {
        door.perform(post("/graphql").content(ASKED_WHILE_AWAY))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.errors[0].extensions.code").value("STORE_UNAVAILABLE"));
    }

    @Test
    void what_was_typed_as_an_unknown_log_in_is_not_kept() throws Exception {
        door.perform(post("/graphql").content(BODY).with(httpBasic("my-password", "x")))
                .andExpect(status().isUnauthorized());

        assertThat(refusals.kept)
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.toString()).doesNotContain("my-password"));
    }

    @Test
    void a_token_of_the_issuer_lets_in_its_account_and_another_does_not() throws Exception {
        door.perform(post("/graphql").content(BODY).header("Authorization", "Bearer good"))
                .andExpect(status().isOk())
                .andExpect(content().string("account:officer {issuer=https://issuer.test, method=OIDC, session=s-1}"));
        door.perform(post("/graphql").content(BODY).header("Authorization", "Bearer stranger"))
                .andExpect(status().isUnauthorized());
        door.perform(post("/graphql").content(BODY).header("Authorization", "Bearer forged"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void other_paths_are_closed() throws Exception {
        door.perform(post("/actuator/env").with(httpBasic("officer", "right"))).andExpect(status().isForbidden());
        door.perform(post("/anything")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_body_at_the_limit_passes_and_one_byte_more_does_not() throws Exception {
        door.perform(post("/graphql").content("x".repeat(1000))).andExpect(status().isOk());
        door.perform(post("/graphql").content("x".repeat(1001)))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.errors[0].extensions.code").value("LIMIT_EXCEEDED"));
    }

    @Test
    void a_page_of_another_site_is_refused_even_with_the_remembered_password() throws Exception {
        door.perform(post("/graphql")
                        .content(BODY)
                        .with(httpBasic("officer", "right"))
                        .header("Host", "minhchung.test")
                        .header("Origin", "https://evil.test"))
                .andExpect(status().isForbidden());
        door.perform(post("/graphql")
                        .content(BODY)
                        .header("Host", "minhchung.test")
                        .header("Origin", "https://minhchung.test"))
                .andExpect(status().isOk());
        door.perform(post("/graphql")
                        .content(BODY)
                        .header("Host", "minhchung.test")
                        .header("Origin", "https://portal.test"))
                .andExpect(status().isOk());
    }

    @Test
    void guessing_is_slowed_down_and_goes_on_after_a_minute() {
        long[] now = {0};
        FailedLogins failed = new FailedLogins(() -> now[0]);
        for (int i = 0; i < FailedLogins.ALLOWED; i++) {
            assertThat(failed.tooMany("officer 10.0.0.1")).isFalse();
            failed.failed("officer 10.0.0.1");
        }

        assertThat(failed.tooMany("officer 10.0.0.1")).isTrue();
        assertThat(failed.tooMany("officer 10.0.0.2")).isFalse();
        now[0] = FailedLogins.PAUSE.toNanos();
        assertThat(failed.tooMany("officer 10.0.0.1")).isFalse();
    }

    @Test
    void who_failed_too_often_is_told_to_wait() throws Exception {
        for (int i = 0; i < FailedLogins.ALLOWED; i++) {
            door.perform(post("/graphql").content(BODY).with(httpBasic("guessed", "wrong")))
                    .andExpect(status().isUnauthorized());
        }

        door.perform(post("/graphql").content(BODY).with(httpBasic("guessed", "wrong")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"))
                .andExpect(jsonPath("$.errors[0].extensions.code").value("LIMIT_EXCEEDED"));
    }

    static final class KeptRefusals implements RefusalLog {
        final List<RefusedAttempt> kept = new ArrayList<>();

        @Override
        public void refused(RefusedAttempt attempt) {
            kept.add(attempt);
        }
    }

    @RestController
    static class Inside {
        @PostMapping({"/graphql", "/anything", "/actuator/env"})
        String who(@RequestBody String body, @org.jspecify.annotations.Nullable Authentication who) {
            if (body.equals(ASKED_WHILE_AWAY)) throw new DataAccessResourceFailureException("away");
            return who instanceof ActorToken token
                    ? token.getName() + " "
                            + new java.util.TreeMap<>(token.getPrincipal().known())
                    : "nobody";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @Import({SecurityConfiguration.class, Inside.class, KeptRefusals.class})
    static class Door {
        @Bean
        static org.springframework.context.support.PropertySourcesPlaceholderConfigurer properties() {
            var properties = new org.springframework.context.support.PropertySourcesPlaceholderConfigurer();
            var set = new java.util.Properties();
            set.setProperty("minhchung.limits.request-bytes", "1000");
            set.setProperty("minhchung.security.allowed-origins", "https://portal.test");
            properties.setProperties(set);
            return properties;
        }

        @Bean
        Logins logins() {
            return new Logins() {
                @Override
                public Optional<Actor> actor(String login) {
                    if (!login.equals("officer")) return Optional.empty();
                    return Optional.of(new Actor(
                            new AccountId("account:officer"),
                            new PersonId("person:officer"),
                            Set.of(Role.OFFICER),
                            Map.of(),
                            Map.of(),
                            Map.of()));
                }

                @Override
                public Optional<Actor> actor(AccountId account) {
                    return actor(account.value().substring("account:".length()));
                }

                @Override
                public boolean matches(String login, String password) {
                    if (password.equals(ASKED_WHILE_AWAY)) throw new DataAccessResourceFailureException("away");
                    return login.equals("officer") && password.equals("right");
                }
            };
        }

        @Bean
        JwtDecoder jwtDecoder() {
            return token -> {
                if (token.equals("forged")) throw new BadJwtException("forged");
                return Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .claim("preferred_username", token.equals("good") ? "officer" : "stranger")
                        .claim("iss", "https://issuer.test")
                        .jti("s-1")
                        .issuedAt(Instant.EPOCH)
                        .build();
            };
        }
    }
}
