package vn.minhchung.access.read;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccountView;
import vn.minhchung.access.Credentials;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.view.Views;

/**
 * Log-ins against the views. A password that matched is remembered as a keyed hash beside its credential id, as the real
 * comparison is slow on purpose; a changed password has another credential id and is compared anew.
 */
@Component
class LocalLogins implements Logins {
    private static final String NOBODY = "credential:none";
    private static final int CAPACITY = 10_000;

    private final ActorsInForce actors;
    private final Credentials credentials;
    private final PersonalData personalData;
    private final Views views;
    private final Map<String, String> matched = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CAPACITY;
        }
    };

    LocalLogins(ActorsInForce actors, Credentials credentials, PersonalData personalData, Views views) {
        this.actors = actors;
        this.credentials = credentials;
        this.personalData = personalData;
        this.views = views;
    }

    @Override
    public Optional<Actor> actor(String login) {
        return actors.byLogin(login);
    }

    @Override
    public Optional<Actor> actor(AccountId account) {
        return actors.byAccount(account);
    }

    @Override
    public boolean matches(String login, String password) {
        String credential = actors.account(login, views.position())
                .map(AccountView::credential)
                .orElse(NOBODY);
        String print =
                personalData.fingerprint(("password:" + credential + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (remembered(credential, print)) return true;
        if (!credentials.matches(credential, password)) return false;
        remember(credential, print);
        return true;
    }

    private boolean remembered(String credential, String print) {
        synchronized (matched) {
            return print.equals(matched.get(credential));
        }
    }

    private void remember(String credential, String print) {
        synchronized (matched) {
            matched.put(credential, print);
        }
    }
}
