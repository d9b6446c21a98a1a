"""Older register files brought to this program's version, one numbered step at a time."""

from census_desk.register.codec import Json, from_bytes, to_bytes
from census_desk.register.connection import told
from census_desk.register.engine import EngineError
from census_desk.register.opening import tables_of
from census_desk.register.schema import Format, Migration
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store


def version_of(engine: SqliteEngine) -> int:
    """The schema version of the open file."""
    with told():
        (version,) = engine.connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(store: Store, engine: SqliteEngine, form: Format) -> list[Migration]:
    """Bring the file to `form.version`; each step is one commit or none. Answers the steps done."""
    done = []
    for migration in sorted(form.migrations, key=lambda step: step.version):
        if migration.version == version_of(engine):
            _step(store, engine, migration, form)
            done.append(migration)
    return done


def _step(store: Store, engine: SqliteEngine, migration: Migration, form: Format) -> None:
    version = migration.version + 1
    with store.change(migration.what, kind="migration", final=True), told():
        for statement in migration.statements:
            engine.connection.execute(statement)
        engine.connection.execute(f"PRAGMA user_version={version}")
        if tables_of(engine.connection) != sorted(form.schemas[version]):
            raise EngineError("other", f"migration to version {version} left other tables")
        _rewrite(store, engine, migration)


def _rewrite(store: Store, engine: SqliteEngine, migration: Migration) -> None:
    made: list[tuple[str, int, Json]] = []
    for table in engine.tables():
        shelf = store.shelf(table).need()
        for number in tuple(shelf.order()):
            if migration.parts is not None:
                made += migration.parts(table, number, from_bytes(shelf.bodies[number]))
            if migration.rewrite is not None:
                body = to_bytes(migration.rewrite(table, from_bytes(shelf.bodies[number])))
                if body != shelf.bodies[number]:
                    store.set(shelf, number, body)
    for table, number, document in made:
        store.set(store.shelf(table).need(), number, to_bytes(document))
