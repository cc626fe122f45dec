using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class ZoekmisserMapping : IEntityTypeConfiguration<ZoekmisserRow>
{
    public void Configure(EntityTypeBuilder<ZoekmisserRow> builder)
    {
        builder.ToTable("zoekmisser", "toegang");
        builder.HasKey(z => new { z.Gemeentecode, z.ClientId, z.Dag }).HasName("pk_zoekmisser");
        builder.Property(z => z.Gemeentecode).HasMaxLength(4);
        builder.Property(z => z.ClientId).HasMaxLength(64);
    }
}
