using Inburgering.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Inburgering.Gateway.EfDesign;

internal sealed class Factory : IDesignTimeDbContextFactory<GatewayModel>
{
    public GatewayModel CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<GatewayModel>().UseNpgsql("Host=nergens").Options);
}
