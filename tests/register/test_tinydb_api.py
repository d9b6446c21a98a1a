"""Stock TinyDB and a register's table, asked the same, answer the same."""

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

PEOPLE = [
    Document({"name": "Sari", "age": 30, "tags": ["a"]}, doc_id=1),
    Document({"name": "Budi", "age": 41, "tags": []}, doc_id=2),
    Document({"name": "Wati", "age": 30, "tags": ["a", "b"]}, doc_id=5),
]
CALLS = {
    "all": lambda t: t.all(),
    "len": len,
    "iterate": list,
    "search": lambda t: t.search(Query().age == 30),
    "search none": lambda t: t.search(where("name") == "Joko"),
    "get by query": lambda t: t.get(Query().tags.any(["b"])),
    "get none": lambda t: t.get(where("name") == "Joko"),
    "get by id": lambda t: t.get(doc_id=2),
    "get by missing id": lambda t: t.get(doc_id=99),
    "get by ids": lambda t: t.get(doc_ids=[5, 1, 99]),
    "contains": lambda t: (
        t.contains(Query().age > 40),
        t.contains(doc_id=5),
        t.contains(doc_id=7),
    ),
    "count": lambda t: t.count(Query().age == 30),
    "insert with id": lambda t: t.insert(Document({"name": "Joko"}, doc_id=9)),
    "insert many": lambda t: t.insert_multiple([Document({"n": n}, doc_id=20 + n) for n in (1, 2)]),
    "update by query": lambda t: t.update({"age": 31}, Query().age == 30),
    "update by ids": lambda t: t.update({"age": 31}, doc_ids=[2, 5]),
    "update all": lambda t: t.update({"seen": True}),
    "update by operation": lambda t: t.update(increment("age"), where("name") == "Sari"),
    "update by add": lambda t: t.update(add("age", 5), doc_ids=[1]),
    "update by delete": lambda t: t.update(delete("age")),
    "update many": lambda t: t.update_multiple(
        [({"x": 1}, where("age") == 30), (increment("age"), where("x") == 1)]
    ),
    "upsert existing": lambda t: t.upsert({"age": 50}, where("name") == "Budi"),
    "upsert by document": lambda t: t.upsert(Document({"name": "Baru"}, doc_id=77)),
    "remove by query": lambda t: t.remove(Query().age == 30),
    "remove by ids": lambda t: t.remove(doc_ids=[2, 99]),
    "remove none": lambda t: t.remove(where("age") > 100),
    "truncate": lambda t: t.truncate(),
}
WRONG = {
    "get without anything": (lambda t: t.get(), RuntimeError),
    "remove without anything": (lambda t: t.remove(), RuntimeError),
    "insert no mapping": (lambda t: t.insert(["x"]), ValueError),
    "insert taken id": (lambda t: t.insert(PEOPLE[0]), ValueError),
    "insert many with a taken id": (
        lambda t: t.insert_multiple([Document({}, doc_id=8), PEOPLE[0]]),
        ValueError,
    ),
    "upsert without query": (lambda t: t.upsert({"age": 1}), ValueError),
}


@pytest.fixture
def stock():
    with TinyDB(storage=MemoryStorage) as database:
        table = database.table("people")
        table.insert_multiple(PEOPLE)
        yield table


@pytest.fixture
def ours(register):
    table = register.table("people")
    table.insert_multiple(PEOPLE)
    return table


@pytest.mark.parametrize("name", CALLS)
def test_a_call_answers_and_leaves_what_stock_tinydb_does(name, stock, ours):
    assert CALLS[name](ours) == CALLS[name](stock)
    assert ours.all() == stock.all()
    assert [d.doc_id for d in ours] == [d.doc_id for d in stock]


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_raises_what_stock_tinydb_raises_and_changes_nothing(name, stock, ours):
    call, error = WRONG[name]

    for table in (stock, ours):
        with pytest.raises(error):
            call(table)
    assert ours.all() == PEOPLE


def test_what_a_caller_does_to_a_document_does_not_reach_the_register(ours):
    ours.get(doc_id=1)["tags"].append("x")
    ours.all()[0]["tags"].append("x")
    ours.search(where("name") == "Sari")[0]["tags"].append("x")

    assert ours.get(doc_id=1)["tags"] == ["a"]


def test_a_call_is_one_commit(register, ours):
    before = register.rev

    ours.update({"age": 1})
    ours.remove(where("age") == 1)

    assert register.rev == before + 2


def test_an_update_that_changes_nothing_is_no_commit(register, ours):
    before = register.rev

    ours.update({"name": "Sari"}, doc_ids=[1])

    assert register.rev == before


def test_a_failing_updater_leaves_the_table_as_it_was(ours):
    def fail(document):
        document["age"] = 99
        if document["name"] == "Wati":
            raise KeyError("x")

    with pytest.raises(KeyError):
        ours.update(fail)
    assert ours.all() == PEOPLE


def test_new_documents_get_ids_that_no_other_register_gives(ours):
    one, two = ours.insert({"n": 1}), ours.insert({"n": 2})

    assert two > one > 1 << 40


def test_the_storage_of_a_table_reads_and_refuses_to_be_written_whole(ours):
    assert ours.storage.read() == {"people": {str(d.doc_id): dict(d) for d in PEOPLE}}
    with pytest.raises(NotImplementedError):
        ours.storage.write({})
