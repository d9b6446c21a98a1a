"""Maximum flow with whole numbers (Dinic), and the source side of a minimum cut."""

from collections import deque


class Flow:
    """A network whose flow grows; edge e and its way back e ^ 1 share one number."""

    def __init__(self, nodes: int) -> None:
        self.out: list[list[int]] = [[] for _node in range(nodes)]
        self.to: list[int] = []
        self.left: list[int] = []  # what an edge can still take

    def add(self, one: int, other: int, capacity: int) -> int:
        """An edge; answers its number."""
        edge = len(self.to)
        self.to += (other, one)
        self.left += (capacity, 0)
        self.out[one].append(edge)
        self.out[other].append(edge + 1)
        return edge

    def push(self, path: list[int]) -> bool:
        """Send one along these edges where each can take it."""
        if any(not self.left[edge] for edge in path):
            return False
        for edge in path:
            self.left[edge] -= 1
            self.left[edge ^ 1] += 1
        return True

    def grow(self, source: int, sink: int) -> int:
        """Add as much flow as there can be; answers how much was added."""
        added = 0
        while (levels := self._levels(source, sink))[sink] >= 0:
            turn = [0] * len(self.out)
            while path := self._path(source, sink, levels, turn):
                self.push(path)
                added += 1
        return added

    def reached(self, source: int) -> list[bool]:
        """The nodes that more could still flow to: the source side of a minimum cut."""
        return [level >= 0 for level in self._levels(source, -1)]

    def _levels(self, source: int, sink: int) -> list[int]:
        levels = [-1] * len(self.out)
        levels[source] = 0
        queue = deque([source])
        to, left = self.to, self.left
        while queue:
            node = queue.popleft()
            if node == sink:
                break
            for edge in self.out[node]:
                if left[edge] and levels[to[edge]] < 0:
                    levels[to[edge]] = levels[node] + 1
                    queue.append(to[edge])
        return levels

    def _path(self, source: int, sink: int, levels: list[int], turn: list[int]) -> list[int]:
        """One shortest way with room left; `turn` remembers which edges lead nowhere."""
        path: list[int] = []
        node = source
        while node != sink:
            for number in range(turn[node], len(self.out[node])):
                edge = self.out[node][number]
                to = self.to[edge]
                if self.left[edge] and levels[to] == levels[node] + 1:
                    turn[node] = number
                    path.append(edge)
                    node = to
                    break
            else:
                turn[node] = len(self.out[node])
                if not path:
                    return []
                node = self.to[path.pop() ^ 1]
                turn[node] += 1
        return path
