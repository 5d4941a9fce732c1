"""Random numbers of the inner loops: a small generator whose whole state is one array element."""

import math

import numpy as np
import numpy.typing as npt

from gridding.jit import compiled

Dice = npt.NDArray[np.uint64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31 = np.uint64(30), np.uint64(27), np.uint64(31)
_S11 = np.uint64(11)


def dice_from(seed: int) -> Dice:
    """A generator for one search; equal seeds throw equally on every machine."""
    return np.array([seed & 0xFFFFFFFFFFFFFFFF], dtype=np.uint64)


@compiled
def uniform(dice: Dice) -> float:
    """A number in (0, 1) (SplitMix64, 53 bits)."""
    dice[0] += _STEP
    z = dice[0]
    z = (z ^ (z >> _S30)) * _MIX1
    z = (z ^ (z >> _S27)) * _MIX2
    z = z ^ (z >> _S31)
    return (float(z >> _S11) + 0.5) / 9007199254740992.0


@compiled
def below(dice: Dice, count: int) -> int:
    """A whole number from 0 to ``count`` - 1."""
    return int(uniform(dice) * count)


@compiled
def exponential(dice: Dice) -> float:
    """A number with mean 1, exponentially distributed."""
    return -math.log(uniform(dice))
