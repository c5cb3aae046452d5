"""A connected platform, mail, and a browser of a customer who came in from the exchange."""

from farol.channels.email.tests.conftest import post as post
from farol.channels.messengers.tests.conftest import bench as bench
from farol.channels.phone.tests.conftest import phone as phone
from farol.selfserve.portal.tests.conftest import enter as enter
