"""The way to a province: the same villages on the executor of a Dask cluster."""

from pathlib import Path

from distributed import Client, LocalCluster

from gridding.division import best_plan
from gridding.many import divide_many
from gridding.search import Budget
from gridding.writing import document_of
from tests.gridding.villages import believable

ROOT = Path(__file__).parents[2]


def test_two_workers_of_a_cluster_divide_as_one_machine_does(tmp_path: Path) -> None:
    villages = {f"v{seed}": believable(seed, 90, k=2) for seed in range(3)}
    few = Budget(moves=20_000)
    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=None,
            local_directory=str(tmp_path),
            env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        ) as cluster,
        Client(cluster) as client,
        client.get_executor() as far,
    ):
        divided = {
            each.name: each for each in divide_many(villages.items(), executor=far, budget=few)
        }
    assert divided.keys() == villages.keys()
    for name, problem in villages.items():
        assert divided[name].key == problem.key(0)
        here = document_of(best_plan(problem, budget=few), "zh")
        assert divided[name].document["assignment"] == here["assignment"]
