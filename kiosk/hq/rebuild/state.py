"""How far each read model has got (the table `projection`), and whether the tables it brings are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import MetaData, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.schema import SchemaConst

from kiosk.hq.context import Context
from kiosk.hq.projections.projection import Projection
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, fact, metadata, projection


@dataclass(frozen=True, slots=True)
class Progress:
    """A read model: the version its rows are of (0: not whole yet), the one they should be of, and how many of how many
    facts the derivation that goes on has applied."""

    name: str
    version: int
    wanted: int
    done: int
    total: int


def progress(context: Context, tx: Tx) -> list[Progress]:
    """Of every read model that is kept."""
    rows = {row.name: row for row in tx.execute(select(projection).where(projection.c.store == CHAIN))}
    return [
        Progress(one.name, row.version, one.version, row.done, row.total)
        if (row := rows.get(one.name)) is not None
        else Progress(one.name, 0, one.version, 0, 0)
        for one in context.projections
        if one.wanted(tx)
    ]


def behind(context: Context, tx: Tx) -> list[Projection]:
    """Read models whose rows have to be derived anew."""
    late = {one.name for one in progress(context, tx) if one.version != one.wanted}
    return [one for one in context.projections if one.name in late]


def write(tx: Tx, models: Iterable[Projection], *, version: int | None, done: int, total: int) -> None:
    """Note how far these have got. `version` None: they are whole now."""
    rows = [
        {"store": CHAIN, "name": one.name, "version": one.version if version is None else version} for one in models
    ]
    tx.upsert(projection, [{**row, "done": done, "total": total} for row in rows])


def no_facts(tx: Tx) -> bool:
    """Nothing to derive anything from."""
    return tx.execute(select(fact.c.seq).limit(1)).first() is None


def prepare(context: Context, tx: Tx) -> None:
    """Make the tables that read models bring themselves, anew when they have other columns than before; where there are
    no facts yet everything is whole."""
    there = inspect(tx.connection)
    known = set(there.get_table_names())
    late = {one.name for one in behind(context, tx)}
    for one in context.projections:
        own = [table for table in one.tables if table.metadata is not metadata]
        for table in own:
            stays = table.name in known
            if stays and one.name in late:
                columns = {column["name"] for column in there.get_columns(table.name)}
                if columns != {column.name for column in table.columns}:
                    table.drop(tx.connection)
                    stays = False
            if not stays:
                table.create(tx.connection)
    if no_facts(tx):
        write(tx, behind(context, tx), version=None, done=0, total=0)


@lru_cache
def copies(models: tuple[Projection, ...], schema: str | None = None) -> MetaData:
    """Their tables again, for another place or by the name of another schema."""
    made = MetaData(naming_convention=metadata.naming_convention)
    for one in models:
        for table in one.tables:
            table.to_metadata(made, schema=schema or SchemaConst.RETAIN_SCHEMA)
    return made


def make(tx: Tx, models: tuple[Projection, ...]) -> None:
    """Make the copies of their tables where none are, without looking: a table of that name is there, HQ's."""
    for statement in _making(models, tx.connection.dialect.name):
        tx.connection.exec_driver_sql(statement)


@lru_cache
def _making(models: tuple[Projection, ...], name: str) -> tuple[str, ...]:
    dialect = make_url(f"{name}://").get_dialect()()
    made: list[CreateTable | CreateIndex] = []
    for table in copies(models).sorted_tables:
        made.append(CreateTable(table))
        made += [CreateIndex(index) for index in sorted(table.indexes, key=lambda index: str(index.name))]
    return tuple(str(one.compile(dialect=dialect)) for one in made)
