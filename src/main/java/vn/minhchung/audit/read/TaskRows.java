package vn.minhchung.audit.read;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.TaskBook;
import vn.minhchung.kernel.view.Views;

/** The tasks that events name. */
@Component
final class TaskRows implements TaskBook {
    private final JdbcClient jdbc;
    private final Views views;

    TaskRows(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public List<String> named(long after, long through, int max) {
        return jdbc.sql("""
                        select distinct s.object
                        from %s s
                        where s.position > :after and s.position <= :through and s.object like 'project:%%'
                        order by s.object
                        limit :max
                        """.formatted(views.qualified(EventTables.SUBJECT.name())))
                .param("after", after)
                .param("through", through)
                .param("max", max)
                .query((row, _) -> row.getString("object"))
                .list();
    }
}
