package vn.minhchung.platform.security;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * Stateless: every request says who it is or is anonymous. Anonymous requests reach GraphQL, which shows them what is
 * declared PUBLIC; wrong credentials never do.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Hashes name their algorithm, so that it can be changed while old ones still match. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberedMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder(), System::nanoTime);
    }

    @Bean
    AuthenticationManager authenticationManager(ObjectProvider<Logins> logins, ObjectProvider<RefusalLog> refusals) {
        return new ProviderManager(new LocalAccounts(logins, refusals, new FailedLogins(System::nanoTime)));
    }

    /** What is measured tells how much is decided when: for those who run or inspect the system. */
    private static boolean runsOrInspects(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof Actor actor && new Viewer(actor).operates();
    }

    private static boolean inspects(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof Actor actor && new Viewer(actor).has(Role.INSPECTOR);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager localAccounts,
            ObjectProvider<JwtDecoder> tokens,
            ObjectProvider<Logins> logins,
            @Value("${minhchung.security.login-claim:preferred_username}") String loginClaim,
            @Value("${minhchung.security.allowed-origins:}") Set<String> allowedOrigins,
            @Value("${minhchung.limits.request-bytes:16777216}") long maxRequestBytes) {
        Problems problems = new Problems();
        http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/graphql",
                                "/graphiql",
                                "/graphiql/**",
                                "/webjars/**",
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/",
                                "/error")
                        .permitAll()
                        // entries and bundles tell of every event, also of those about accounts and requests
                        .requestMatchers("/log/tile/entries/**", "/log/bundle/*")
                        .access((who, _) -> new AuthorizationDecision(inspects(who.get())))
                        .requestMatchers(
                                "/log/checkpoint",
                                "/log/witnessed",
                                "/log/cosignatures",
                                "/log/rotation/*",
                                "/log/verifier/*",
                                "/log/tile/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((who, _) -> new AuthorizationDecision(runsOrInspects(who.get())))
                        .anyRequest()
                        .denyAll())
                .authenticationManager(localAccounts)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(problems)
                        .accessDeniedHandler((_, response, _) -> Problems.write(
                                response, HttpStatus.FORBIDDEN, ErrorCode.NOT_ALLOWED, "Không có quyền. Not allowed.")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie carries rights; a password the browser remembers is handled by RequestBorder.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new RequestBorder(maxRequestBytes, allowedOrigins), HeaderWriterFilter.class);
        JwtDecoder decoder = tokens.getIfAvailable();
        if (decoder != null) {
            JwtAuthenticationProvider issued = new JwtAuthenticationProvider(decoder);
            issued.setJwtAuthenticationConverter(new TokenAccounts(logins, loginClaim));
            // Named here, since the chain's own manager above knows passwords only.
            http.oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(problems)
                    .jwt(jwt -> jwt.authenticationManager(new ProviderManager(issued))));
        }
        return http.build();
    }
}
