"""News blocks: `/// name | argument`, Markdown, and `///` again.

One module a block. Each is known by an English name and by Arabic ones.
"""

from __future__ import annotations

import re

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from nashra.content.blocks import pairs
from nashra.content.blocks.boxes import Facts, Points
from nashra.content.blocks.embed import EmbedBlock
from nashra.content.blocks.pictures import Gallery, Photo
from nashra.content.blocks.quotation import Quotation
from nashra.content.blocks.related import RelatedBlock

BLOCKS: tuple[type[Block], ...] = (
    RelatedBlock,
    Quotation,
    Points,
    Facts,
    EmbedBlock,
    Photo,
    Gallery,
)
ARABIC = {
    "ذات صلة": RelatedBlock,
    "اقتباس": Quotation,
    "نقاط": Points,
    "حقائق": Facts,
    "تضمين": EmbedBlock,
    "صورة": Photo,
    "صور": Gallery,
}
NAMES = frozenset({block.NAME for block in BLOCKS} | ARABIC.keys())
_START = re.compile(
    r"(?:^|\n)[ ]{0,3}(/{3,})[ ]*([^\s|/]+(?:[ ][^\s|/]+)*)[ ]*(?:\|[ ]*([^\n]*))?(?:\n|$)"
)
"""As the library's own, which takes no name of two words."""


class NewsBlocks(BlocksExtension):  # type: ignore[misc]
    """Makes the blocks known; `pairs` is told what is wrong with their marks."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register each block by each of its names."""
        block_mgr.start = _START
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())
        for name, block in ARABIC.items():
            for spelling in {name, name.replace(" ", "-"), name.replace(" ", "_")}:
                block_mgr.blocks[spelling] = block
                block_mgr.config[spelling] = self.getConfigs()
                block_mgr.trackers[spelling] = {}
        md.preprocessors.register(pairs.Pairs(md, frozenset(block_mgr.blocks)), "block_pairs", 15)
